package io.slipway.packager.inventory;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How many lines of a text file came and went.
 *
 * @param added lines of the newer file that the older one does not have
 * @param removed lines of the older file that the newer one does not have
 */
record LineDiff(int added, int removed) {

    private static final long EXACT = 25_000_000;

    /** Exact by the longest common subsequence, for files too long for that by counting equal lines. */
    static LineDiff of(List<Integer> before, List<Integer> after) {
        int start = 0;
        int end = 0;
        int shorter = Math.min(before.size(), after.size());
        while (start < shorter && before.get(start).equals(after.get(start))) {
            start++;
        }
        while (end < shorter - start && before.get(before.size() - 1 - end).equals(after.get(after.size() - 1 - end))) {
            end++;
        }
        List<Integer> old = before.subList(start, before.size() - end);
        List<Integer> now = after.subList(start, after.size() - end);
        int common = (long) old.size() * now.size() <= EXACT ? subsequence(old, now) : counted(old, now);
        return new LineDiff(now.size() - common, old.size() - common);
    }

    private static int subsequence(List<Integer> old, List<Integer> now) {
        int[] row = new int[now.size() + 1];
        for (Integer line : old) {
            int diagonal = 0;
            for (int i = 0; i < now.size(); i++) {
                int above = row[i + 1];
                row[i + 1] = line.equals(now.get(i)) ? diagonal + 1 : Math.max(above, row[i]);
                diagonal = above;
            }
        }
        return row[now.size()];
    }

    private static int counted(List<Integer> old, List<Integer> now) {
        Map<Integer, Integer> counts = new HashMap<>();
        old.forEach(line -> counts.merge(line, 1, Integer::sum));
        int common = 0;
        for (Integer line : now) {
            if (counts.merge(line, -1, Integer::sum) >= 0) {
                common++;
            }
        }
        return common;
    }
}
