package io.hengwei.demo;

import io.hengwei.platform.calendar.WorkCalendar;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/// Stories that stand just now at a certain point, so that every state is to be seen and every role finds something to
/// do.
final class Standing {
    private static final String END = "end";

    private record Point(String mark, Turns turns, boolean alert) {
        Point(String mark, Turns turns) {
            this(mark, turns, false);
        }

        boolean suits(Matter matter) {
            return !matter.isMajor() && !matter.forDesk() && matter.isAlert() == alert;
        }
    }

    private static final Turns ORDER = Turns.straight(Turns.Way.BY_ORDER);
    private static final Turns GROUP = Turns.straight(Turns.Way.BY_GROUP);
    private static final List<Point> POINTS = List.of(
            new Point(IncidentTale.RECORDED, GROUP),
            new Point(IncidentTale.CLASSIFIED, GROUP),
            new Point(Solution.INVESTIGATING, GROUP.late()),
            new Point(Solution.INVESTIGATING, GROUP),
            new Point(Solution.WAITING, GROUP.waiting()),
            new Point(Solution.RESOLVED, GROUP),
            new Point(Solution.VERIFYING, GROUP),
            new Point(Solution.VERIFIED, GROUP),
            new Point(OrderTale.GIVEN, ORDER),
            new Point(OrderTale.SENT_BACK, ORDER.sentBack()),
            new Point(OrderTale.ACCEPTED, ORDER),
            new Point(OrderTale.UNDER_WAY, ORDER),
            new Point(OrderTale.ON_HOLD, ORDER.onHold()),
            new Point(OrderTale.FED_BACK, ORDER),
            new Point(OrderTale.FED_BACK, ORDER.solvedInPart()),
            new Point(Solution.VERIFYING, ORDER),
            new Point(Solution.INVESTIGATING, GROUP, true),
            new Point(END, Turns.straight(Turns.Way.CANCELLED)),
            new Point(END, Turns.straight(Turns.Way.MERGED)));

    private final Company company;
    private final Content content;
    private final WorkCalendar calendar;
    private final Instant end;

    Standing(Company company, Content content, WorkCalendar calendar, Instant end) {
        this.company = company;
        this.content = content;
        this.calendar = calendar;
        this.end = end;
    }

    void add(List<Step> steps) {
        for (int i = 0; i < POINTS.size(); i++) {
            steps.addAll(story("standing %d".formatted(i), POINTS.get(i), null));
            steps.addAll(story("standing %d, featured".formatted(i), POINTS.get(i), "east"));
        }
        for (var mark : List.of(OrderTale.GIVEN, OrderTale.UNDER_WAY))
            steps.addAll(story("south, " + mark, new Point(mark, ORDER), "south"));
        steps.addAll(cancelledChore());
        for (int i = 0; i < 3; i++)
            steps.addAll(story(
                    "overdue %d".formatted(i),
                    new Point(Solution.INVESTIGATING, GROUP),
                    "east",
                    Duration.ofDays(9 + i)));
    }

    /// @param branch whose people with accounts take part; null for anybody
    private List<Step> story(String name, Point point, @Nullable String branch) {
        return story(name, point, branch, Duration.ofMinutes(new Random(name.hashCode()).nextInt(20, 300)));
    }

    /// Begun in working hours, as late as the point can still be reached.
    private List<Step> story(String name, Point point, @Nullable String branch, Duration back) {
        for (var start = end.minus(back); ; start = start.minus(Duration.ofMinutes(97))) {
            if (!calendar.isWorking(start)) continue;
            var steps = written(name, point, branch, start).until(point.mark());
            if (steps.getLast().at().isBefore(end.minus(Duration.ofMinutes(3)))) return List.copyOf(steps);
        }
    }

    private Script written(String name, Point point, @Nullable String branch, Instant start) {
        var dice = new Random(name.hashCode());
        var matters = content.matters().stream()
                .filter(point::suits)
                .filter(m -> branch == null
                        || point.alert()
                        || m.onSite() && (m.branch() == null || m.branch().equals(branch)))
                .toList();
        var matter = Cast.one(matters, dice);
        var cast = branch == null ? Cast.of(matter, company.charter(), dice) : featured(point, branch, dice);
        var script = new Script(name, start, calendar, false);
        new IncidentTale(matter, cast, point.turns(), company, script).tell(true);
        return script;
    }

    private Cast featured(Point point, String branch, Random dice) {
        return point.mark().equals(Solution.VERIFYING)
                ? Cast.confirming(company.charter(), dice)
                : Cast.featured(branch, company.charter(), dice);
    }

    private List<Step> cancelledChore() {
        var dice = new Random(1);
        var script = new Script("standing chore", end.minus(Duration.ofDays(6)), calendar, false);
        var cast = Cast.of(Cast.one(content.matters(), dice), company.charter(), dice);
        new ChoreTale(Cast.one(content.chores(), dice), cast, Turns.straight(Turns.Way.CANCELLED), company, script)
                .tell();
        return script.until(END);
    }
}
