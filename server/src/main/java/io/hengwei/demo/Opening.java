package io.hengwei.demo;

import io.hengwei.process.incident.Channel;
import io.hengwei.process.incident.OpenIncident;
import io.hengwei.process.servicedesk.Call;
import io.hengwei.process.servicedesk.SelfReport;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// How a matter comes in: by telephone mostly, through the portal, from the monitoring.
final class Opening {
    private static final List<Channel> CHANNELS = List.of(
            Channel.HOTLINE,
            Channel.HOTLINE,
            Channel.HOTLINE,
            Channel.HOTLINE,
            Channel.MOBILE,
            Channel.EMAIL,
            Channel.ON_SITE,
            Channel.INSPECTION,
            Channel.DIRECTIVE);

    private final Matter matter;
    private final Cast cast;
    private final Company company;
    private final Script script;

    Opening(Matter matter, Cast cast, Company company, Script script) {
        this.matter = matter;
        this.cast = cast;
        this.company = company;
        this.script = script;
    }

    void report(String part) {
        var report = new SelfReport(
                matter.text(),
                matter.title(),
                matter.kind(),
                script.ago(script.dice().nextInt(3, 50)),
                matter.impact(),
                matter.effect(),
                matter.urgency(),
                company.system(matter.system()));
        script.bears(cast.requester(), stage -> stage.report(part, report));
    }

    void call(String part) {
        var channel = Cast.one(CHANNELS, script.dice());
        var open = open(channel, script.ago(script.dice().nextInt(3, 25)), null);
        var minutes = script.dice().nextInt(2, 9);
        var line = channel == Channel.MOBILE ? Call.Line.MOBILE : Call.Line.DESK;
        var spoken = channel == Channel.HOTLINE || channel == Channel.MOBILE;
        var call = spoken ? new Call(line, script.now().minus(Duration.ofMinutes(minutes)), minutes, "已登记，告知单号") : null;
        script.bears(cast.desk(), stage -> stage.call(part, open, call));
    }

    void alert() {
        var seen = script.ago(script.dice().nextInt(1, 4));
        var source = new OpenIncident.AlertSource(
                "alertmanager", "%016x".formatted(script.dice().nextLong()), seen);
        var open = open(Channel.ALERT, seen, source);
        script.bears(cast.duty(), stage -> stage.alert(open));
    }

    private OpenIncident open(
            Channel channel, Instant occurred, OpenIncident.@org.jspecify.annotations.Nullable AlertSource alert) {
        var requester = alert == null ? company.person(cast.requester()) : null;
        return new OpenIncident(
                matter.kind(),
                matter.title(),
                matter.text(),
                requester,
                null,
                company.unit(alert == null ? cast.unit() : "hq-it"),
                channel,
                occurred,
                matter.impact(),
                matter.effect(),
                matter.urgency(),
                company.system(matter.system()),
                null,
                alert);
    }
}
