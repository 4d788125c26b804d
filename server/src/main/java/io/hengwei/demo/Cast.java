package io.hengwei.demo;

import java.util.List;
import java.util.Random;

/// Who plays in a story.
///
/// @param unit of the requester
/// @param group that does the work, `engineer` one of it and `colleague` another
record Cast(
        String requester,
        String unit,
        String desk,
        String dispatcher,
        String duty,
        String group,
        String engineer,
        String colleague) {
    private static final List<String> DISPATCHERS = List.of("dispatcher", "he.jianing");
    private static final List<String> DUTY = List.of("duty", "ma.xiaojun");
    private static final List<String> BRANCHES =
            List.of("east", "east", "east", "hq", "hq", "hq", "south", "south", "west", "west");

    static Cast of(Matter matter, Charter charter, Random dice) {
        var branch = matter.branch() == null ? one(BRANCHES, dice) : matter.branch();
        var requester = one(charter.users(branch), dice);
        var group = matter.onSite() ? branch.equals("hq") ? "g-sys" : "g-" + branch : groupOf(matter, charter);
        return of(
                requester,
                one(charter.members("g-desk"), dice),
                group,
                one(charter.members(group), dice),
                charter,
                dice);
    }

    /// With people whose accounts are handed out, so that each of them finds work.
    static Cast featured(String branch, Charter charter, Random dice) {
        if (branch.equals("south"))
            return of(one(charter.users("south"), dice), "desk", "g-south", "engineer.south", charter, dice);
        var requester = Turns.in(dice, 40) ? charter.person("requester") : one(charter.users("east"), dice);
        return of(requester, "desk", "g-east", "engineer", charter, dice);
    }

    /// As in `featured`, with the requester whose account is handed out.
    static Cast confirming(Charter charter, Random dice) {
        return of(charter.person("requester"), "desk", "g-east", "engineer", charter, dice);
    }

    private static Cast of(
            Charter.Person requester, String desk, String group, String engineer, Charter charter, Random dice) {
        var others = charter.members(group).stream()
                .filter(member -> !member.equals(engineer))
                .toList();
        return new Cast(
                requester.username(),
                requester.unit(),
                desk,
                one(DISPATCHERS, dice),
                one(DUTY, dice),
                group,
                engineer,
                one(others, dice));
    }

    private static String groupOf(Matter matter, Charter charter) {
        return charter.systems().stream()
                .filter(system -> system.code().equals(matter.system()))
                .findFirst()
                .orElseThrow()
                .group();
    }

    static <T> T one(List<T> of, Random dice) {
        return of.get(dice.nextInt(of.size()));
    }
}
