package io.hengwei.process.incident.history;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/// A small log of a test's own: its mapping has its own source, so that no test counts another's records.
final class Logs {
    static final String HEADER = "number,state,at,seq,by,group,person,priority,category,opened,resolved,closed,met";

    private Logs() {}

    static Mapping mapping(String id, Mapping like) {
        return mapping(id, like, "UTF-8");
    }

    static Mapping mapping(String id, Mapping like, String charset) {
        return new Mapping(
                id,
                "Log " + id,
                id,
                ",",
                charset,
                "Asia/Shanghai",
                List.of("d/M/yyyy H:mm"),
                Set.of("", "?"),
                "number",
                "at",
                "seq",
                "by",
                Set.of("resolved", "closed"),
                new Mapping.States("state", like.state().values(), Set.of("-100")),
                like.kind(),
                new Mapping.Choice(null, null, "HOTLINE"),
                new Mapping.Choice(null, null, "ONE_UNIT"),
                like.effect(),
                new Mapping.Choice(null, null, "MEDIUM"),
                new Mapping.Choice("priority", like.priority().values(), null),
                "group",
                1,
                "person",
                null,
                "category",
                "opened",
                "resolved",
                "closed",
                "met",
                null,
                null,
                null,
                null,
                List.of("category"),
                List.of("by"));
    }

    static InputStream file(String... rows) {
        return file(StandardCharsets.UTF_8, rows);
    }

    static InputStream file(Charset charset, String... rows) {
        return new ByteArrayInputStream((HEADER + "\n" + String.join("\n", rows) + "\n").getBytes(charset));
    }

    static String row(String number, String state, String at, int seq) {
        return number + "," + state + "," + at + "," + seq
                + ",Updated by 1,Group 7,Resolver 1,3 - Moderate,Mail,1/3/2016 08:00,2/3/2016 10:00,?,true";
    }
}
