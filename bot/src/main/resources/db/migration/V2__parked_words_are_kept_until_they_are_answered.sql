-- When the person had signed in and somebody began to answer: after a kill, the words are still there.
alter table parked add column taken timestamp with time zone;
