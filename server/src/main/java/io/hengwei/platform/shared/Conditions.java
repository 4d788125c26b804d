package io.hengwei.platform.shared;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What narrows a list: constant fragments whose values are parameters. A condition whose value is absent disappears.
final class Conditions {
    static final int COUNT_CAP = 1_000;
    static final int FOUND_CAP = 200;

    private final List<String> all = new ArrayList<>();
    private final Map<String, Object> parameters = new LinkedHashMap<>();
    private final Set<String> moving = new HashSet<>();
    private @Nullable String matched;

    /// The one parameter is named in the fragment. Collections become arrays, and `= any(one)` becomes `= one`: only
    /// then does an index deliver its rows in the order of the sort.
    void where(String condition, @Nullable Object given) {
        var value = given instanceof Collection<?> c
                ? c.stream().filter(Objects::nonNull).toList()
                : given;
        if (value == null
                || value instanceof Collection<?> c && c.isEmpty()
                || value instanceof String s && s.isBlank()) return;
        var name = condition.replaceAll("(?s).*?(?<!:):([a-zA-Z]\\w*).*", "$1");
        var one = value instanceof Collection<?> c && c.size() == 1 && condition.contains("= any(:" + name + ")");
        all.add(one ? condition.replace("= any(:" + name + ")", "= :" + name) : condition);
        parameters.put(
                name, SqlValues.of(one ? ((Collection<?>) value).iterator().next() : value));
    }

    void moving(String condition, @Nullable Instant value) {
        var known = Set.copyOf(parameters.keySet());
        where(condition, value);
        parameters.keySet().stream().filter(name -> !known.contains(name)).forEach(moving::add);
    }

    /// A value for a condition that has a second one.
    void give(String name, Object value) {
        parameters.put(name, SqlValues.of(value));
    }

    void add(String condition) {
        all.add(condition);
    }

    void matching(String id, Collection<String> tokens) {
        matched = id;
        parameters.put("tokens", SqlValues.of(tokens));
    }

    /// A name for the next parameter that holds units of the scope.
    String scopeUnits() {
        return "scopeUnits" + parameters.size();
    }

    Map<String, Object> parameters() {
        return parameters;
    }

    /// Whose change makes another list of it.
    Map<String, Object> steady() {
        var steady = new LinkedHashMap<>(parameters);
        steady.keySet().removeAll(moving);
        return steady;
    }

    /// Tokens carry their record's unit, so words are sought among the person's own units only.
    List<String> texts() {
        if (matched == null) return all;
        var units = all.stream().filter(c -> c.matches(".*:scopeUnits\\d+\\)?")).findFirst();
        var own = units.map(c -> " and t.unit" + c.substring(c.indexOf(" = "))).orElse("");
        var texts = new ArrayList<>(all);
        texts.add("exists (select 1 from record.record_tokens t where t.record = " + matched
                + " and t.tokens @> cast(:tokens as text[])" + own + ")");
        return texts;
    }

    /// How far is counted: not so far where words are searched, because each hit costs more to find.
    int cap() {
        return matched == null ? COUNT_CAP : FOUND_CAP;
    }
}
