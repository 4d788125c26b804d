package io.hengwei.platform.notification;

import java.util.Map;

/// What a notice says, in no language yet: the web knows it as `notice.<key>`, letters as `letter.<key>`.
record Text(Key key, Map<String, String> params) {
    enum Key {
        ARRIVED,
        ASSIGNED,
        GROUP_ASSIGNED,
        CHANGED,
        COMMENTED,
        NOTED,
        VERIFY,
        WARNING,
        BREACHED,
        ESCALATED,
        ASKED,
        TO_REVIEW,
        REPORTED,
        OVERDUE,
        ENDING;

        /// As message files spell it: `groupAssigned`.
        String message() {
            var words = name().toLowerCase(java.util.Locale.ROOT).split("_");
            return words.length == 1
                    ? words[0]
                    : words[0] + Character.toUpperCase(words[1].charAt(0)) + words[1].substring(1);
        }
    }
}
