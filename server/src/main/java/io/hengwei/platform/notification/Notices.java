package io.hengwei.platform.notification;

import io.hengwei.platform.identity.Directory;
import io.hengwei.platform.identity.PersonRef;
import io.hengwei.platform.notification.Channels.Told;
import io.hengwei.platform.record.RecordCard;
import io.hengwei.platform.record.RecordCards;
import io.hengwei.platform.record.RecordId;
import io.hengwei.platform.record.RecordPeople;
import io.hengwei.platform.record.RecordState;
import io.hengwei.platform.record.RecordType;
import io.hengwei.platform.record.RecordTypes;
import io.hengwei.platform.record.Turn;
import io.hengwei.platform.record.feed.JournalConsumer;
import io.hengwei.platform.record.feed.JournalLine;
import io.hengwei.platform.setting.Settings;
import io.hengwei.platform.shared.UserId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Turns journal lines into notices.
@Component
class Notices implements JournalConsumer {
    private static final int LONGEST_TEXT = 2_000;
    private static final String OURSELVES = "Hengwei";

    private final RecordCards cards;
    private final RecordPeople people;
    private final RecordTypes types;
    private final Directory directory;
    private final Settings settings;
    private final Channels channels;
    private final LiveHub live;

    Notices(
            RecordCards cards,
            RecordPeople people,
            RecordTypes types,
            Directory directory,
            Settings settings,
            Channels channels,
            LiveHub live) {
        this.cards = cards;
        this.people = people;
        this.types = types;
        this.directory = directory;
        this.settings = settings;
        this.channels = channels;
        this.live = live;
    }

    @Override
    public String name() {
        return "notification";
    }

    @Override
    public void consume(List<JournalLine> lines) {
        var oldNews = settings.value(NotificationSettings.OLD_NEWS);
        var news = lines.stream()
                .filter(line -> !line.isHistory()
                        && line.happenedAt().isAfter(line.recordedAt().minus(oldNews)))
                .toList();
        var found = cards
                .all(news.stream()
                        .map(line -> new RecordId(line.subject()))
                        .distinct()
                        .toList())
                .stream()
                .collect(Collectors.toMap(card -> card.id().value(), card -> card));
        if (found.isEmpty()) return;
        var told = told(
                news.stream().filter(line -> found.containsKey(line.subject())).toList(), found);
        channels.tell(told);
        live.afterCommit(found.values(), told.stream().map(Told::person).collect(Collectors.toSet()));
    }

    private List<Told> told(List<JournalLine> lines, Map<java.util.UUID, RecordCard> found) {
        var ids = found.values().stream().map(RecordCard::id).toList();
        var watchers = people.watchers(ids);
        var dispatchers = people.dispatchers(ids);
        var names = directory.people(lines.stream().map(JournalLine::actor).collect(Collectors.toSet()));
        var members = new HashMap<io.hengwei.platform.shared.GroupId, Set<UserId>>();
        var holders = new HashMap<String, Set<UserId>>();
        var nearest = new HashMap<String, Set<UserId>>();
        var told = new ArrayList<Told>();
        for (var line : lines) {
            var card = Objects.requireNonNull(found.get(line.subject()));
            var situation = new Situation(
                    line,
                    card,
                    turn(line),
                    watchers.getOrDefault(card.id(), Set.of()),
                    dispatchers.get(card.id()),
                    group -> members.computeIfAbsent(group, directory::members),
                    permission -> holders.computeIfAbsent(
                            permission + " " + card.unit(), ignored -> directory.peopleWith(permission, card.unit())),
                    wanted -> wanted.isEmpty()
                            ? Set.of()
                            : nearest.computeIfAbsent(
                                    wanted + " " + card.unit(),
                                    ignored -> directory
                                            .firstHolding(
                                                    wanted, directory.tree().ancestors(card.unit()), Set.of())
                                            .people()));
            Rules.hearers(situation)
                    .forEach((person, key) -> told.add(new Told(
                            line, card, person, new Text(key, params(line, card, names.get(line.actor()))))));
        }
        return told;
    }

    private static Map<String, String> params(JournalLine line, RecordCard card, @Nullable PersonRef by) {
        var params = new LinkedHashMap<String, String>();
        params.put("number", card.number());
        params.put("title", card.title());
        params.put("by", by == null ? OURSELVES : by.name());
        params.put("command", line.command());
        if (line.toState() != null && !line.toState().equals(line.fromState())) params.put("state", line.toState());
        Stream.of("clock", "dueAt", "percent", "level", "late", "text")
                .filter(field -> !line.text(field).isEmpty())
                .forEach(field -> params.put(
                        field,
                        line.text(field)
                                .substring(
                                        0,
                                        Math.min(LONGEST_TEXT, line.text(field).length()))));
        return params;
    }

    /// The state's own word for whose turn it is, from the kind's life cycle.
    private @Nullable Turn turn(JournalLine line) {
        var state = line.toState();
        return state == null
                ? null
                : types.all().stream()
                        .filter(type -> type.kind().equals(line.kind()))
                        .findFirst()
                        .map(type -> turn(type, state))
                        .orElse(null);
    }

    private static @Nullable Turn turn(RecordType<?, ?, ?> type, String state) {
        return Stream.of(type.lifecycle().initial().getDeclaringClass().getEnumConstants())
                .map(RecordState.class::cast)
                .filter(each -> each.name().equals(state))
                .findFirst()
                .map(RecordState::turn)
                .orElse(null);
    }
}
