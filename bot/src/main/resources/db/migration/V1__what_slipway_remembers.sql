-- The engine's table, as db-scheduler 16 describes it.
create table scheduled_tasks (
    task_name            varchar(100)             not null,
    task_instance        varchar(300)             not null,
    task_data            ${bytes},
    execution_time       timestamp with time zone not null,
    picked               boolean                  not null,
    picked_by            varchar(100),
    last_success         timestamp with time zone,
    last_failure         timestamp with time zone,
    consecutive_failures int,
    last_heartbeat       timestamp with time zone,
    version              bigint                   not null,
    priority             smallint,
    primary key (task_name, task_instance)
);
create index scheduled_tasks_due on scheduled_tasks (execution_time);
create index scheduled_tasks_heartbeat on scheduled_tasks (last_heartbeat);

-- What arrived: the id stays for a while to recognise a second delivery, the body goes once it is handled.
create table received (
    id      varchar(700)             primary key,
    at      timestamp with time zone not null,
    handled boolean                  not null,
    body    text
);
create index received_at on received (at);

-- What a person asked for before signing in.
create table parked (
    person varchar(100) not null,
    place  varchar(400) not null,
    body   text         not null,
    primary key (person, place)
);

-- The audit: added to, never changed.
create table ledger (
    id      bigint generated always as identity primary key,
    at      timestamp with time zone not null,
    act_key varchar(200)             not null,
    person  varchar(100)             not null,
    act     varchar(50)              not null,
    subject varchar(300)             not null,
    outcome varchar(20)              not null,
    detail  text                     not null
);
create index ledger_subject on ledger (subject, id);
create index ledger_person on ledger (person, id);
create index ledger_key on ledger (act_key, id);

create table bindings (
    place        varchar(400) primary key,
    organization varchar(300) not null,
    project      varchar(100) not null,
    approvals    boolean      not null,
    room         text         not null
);
create index bindings_project on bindings (organization, project);

create table postings (
    thing       varchar(300) primary key,
    id          bigint generated always as identity,
    place       varchar(400) not null,
    room        text         not null,
    activity    varchar(200),
    fingerprint varchar(100) not null
);
create index postings_place on postings (place, id);

create table vault (
    name   varchar(200) primary key,
    sealed text         not null
);
