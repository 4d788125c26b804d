package io.hengwei.platform.shared;

import java.util.ArrayList;
import java.util.List;

/// The texts of a list's statements, put together from its constant parts.
///
/// @param joins that narrow the list, or that conditions and sorts speak of
/// @param beside a join that always finds exactly one row
/// @param decoration joins made for the rows found only
record SelectText(String columns, String table, String joins, String beside, String decoration) {
    /// Which rows: their keys, ids and places in the order, no more.
    String core(Keyset keyset, List<String> conditions, int limit) {
        var all = new ArrayList<>(conditions);
        if (keyset.after() != null) all.add(keyset.condition());
        var rest = where(all) + keyset.order();
        return "select " + keyset.id() + " as _id, " + keyset.sort().expression() + " as _sort, "
                + keyset.sort().expression() + "::text as _key" + from(rest) + " limit " + limit;
    }

    /// What the rows show: the same statement for every filter and page, so its many joins are planned once for a
    /// connection.
    String shown(String id) {
        return "select " + id + " as _id, null as _key, " + columns + " from " + table + joins + beside + " "
                + decoration + " where " + id + " = any(:_ids)";
    }

    /// Both in one, for who reads to the end.
    String whole(Keyset keyset, List<String> conditions, int limit) {
        return "select _id, _key, " + columns + " from (" + core(keyset, conditions, limit) + ") _found join " + table
                + " on " + keyset.id() + " = _found._id" + joins + beside + " " + decoration + " order by _found._sort "
                + keyset.direction() + ", _found._id " + keyset.direction();
    }

    String count(List<String> conditions, int cap) {
        return "select count(*) from (select 1" + from(where(conditions)) + " limit " + (cap + 1) + ") counted";
    }

    String fromWhere(List<String> conditions) {
        return " from " + table + joins + beside + where(conditions);
    }

    private String from(String rest) {
        var alias = beside.replaceFirst("^ join \\S+ (\\w+) .*", "$1.");
        var spoken = !beside.isEmpty() && rest.matches("(?s).*\\b" + alias.replace(".", "\\.") + ".*");
        return " from " + table + joins + (spoken ? beside : "") + rest;
    }

    private static String where(List<String> conditions) {
        return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    }
}
