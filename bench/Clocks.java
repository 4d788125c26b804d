import io.hengwei.platform.calendar.CalendarDefinition;
import io.hengwei.platform.calendar.WorkCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.random.RandomGenerator;

/// Working time as arithmetic, and how soon the running product notices a breach among very many clocks.
final class Clocks {
    record Deadline(double nanoseconds, long checksum) {}

    /// @param list a list of 50 asked again and again meanwhile
    /// @param agreed whether as many clocks were told to move as moved
    record Reapplied(int clocks, double preview, double application, Load.Figure list, boolean agreed) {}

    /// @param noticed how many different clocks were noticed
    /// @param once each of those due just once
    /// @param cpu milliseconds for each that is noticed while nobody looks at lists
    /// @param quiet a list asked again and again before
    /// @param meanwhile the same list while they fell due
    record Noticed(int running, int due, int noticed, boolean once, double p50, double p95, double all, Product.Cpu cpu, Load.Figure quiet, Load.Figure meanwhile) {}

    private static final double LOOKING = 20;
    private static final String NOTICED = "select count(*) from sla.clock_event where kind = 'BREACH'";

    private Clocks() {}

    /// A deadline after one to five thousand working minutes, anywhere in five years.
    static Deadline deadline() {
        var calendar = new WorkCalendar(CalendarDefinition.weekdays(ZoneId.of("Asia/Shanghai"), "09:00-12:00", "13:30-18:00"));
        var from = Instant.parse("2022-01-01T00:00:00Z");
        var random = RandomGenerator.of("Xoroshiro128PlusPlus");
        var starts = new Instant[1 << 16];
        var lengths = new Duration[starts.length];
        for (int i = 0; i < starts.length; i++) {
            starts[i] = from.plusSeconds(random.nextLong(5L * 365 * 86_400));
            lengths[i] = Duration.ofMinutes(1 + random.nextInt(5_000));
        }
        var best = Double.MAX_VALUE;
        long sum = 0;
        for (int round = 0; round < 60; round++) {
            var began = System.nanoTime();
            for (int i = 0; i < starts.length; i++) sum += calendar.plus(starts[i], lengths[i]).getEpochSecond();
            best = Math.min(best, (double) (System.nanoTime() - began) / starts.length);
        }
        return new Deadline(best, sum);
    }

    /// So many clocks run for records that exist, and no others; none ends soon.
    static void start(Product product, int clocks) throws Exception {
        try (var owner = product.owner(); var statement = owner.createStatement()) {
            statement.execute("set synchronous_commit = off");
            statement.execute("delete from sla.clock_event; delete from sla.clock");
            statement.execute("""
                insert into sla.clock (id, record, unit, kind, name, limit_text, length_us, warn_us, calendar, calendar_version, level, system_class, proposed, started_at, resumed_at, due_at, next_check_at, warned_at)
                select gen_random_uuid(), id, unit, kind, 'RESTORE', 'P1D', us, us, 'ALWAYS', 1, 'LEVEL_IV', 'B', true, now(), now(), at, at, now()
                from (select *, (extract(epoch from at - now()) * 1000000)::bigint as us from (select id, unit, kind, now() + interval '1 day' + n * interval '1 second' as at
                    from (select id, unit, kind, row_number() over (order by md5(id::text)) as n from record.record_card where kind = 'INCIDENT') r where n <= %d) a) c""".formatted(clocks));
            statement.execute("vacuum analyze sla.clock");
        }
    }

    /// One in twenty of the running clocks ends within one minute, while people look at lists.
    static Noticed noticed(Product product, Session people, int clocks) throws Exception {
        int due = clocks / 20;
        var looking = new Load(product, LOOKING);
        Load.Work list = (_, _) -> people.text("/api/incidents");
        try (var owner = product.owner(); var statement = owner.createStatement()) {
            var quiet = looking.of("list all, no clock falls due", LOOKING, list);
            statement.execute("""
                update sla.clock c set due_at = d.at, next_check_at = d.at, length_us = us, warn_us = us
                from (select *, (extract(epoch from at - started_at) * 1000000)::bigint as us from (select id, started_at, clock_timestamp() + interval '30 seconds' + row_number() over () * interval '60 seconds' / %d as at
                    from sla.clock limit %d) x) d where d.id = c.id""".formatted(due, due));
            while (one(statement, "select count(*) from sla.clock where next_check_at < now() + interval '1 second'") == 0) Thread.sleep(200);
            var began = System.nanoTime();
            var meanwhile = looking.of("list all, a clock falls due every %.1f ms".formatted(60_000.0 / due), list);
            var before = product.cpu();
            var seen = one(statement, NOTICED);
            while (one(statement, NOTICED) < due && System.nanoTime() - began < 150e9) Thread.sleep(1_000);
            var all = product.cpu().since(before);
            var alone = Math.max(1, one(statement, NOTICED) - seen);
            var cpu = new Product.Cpu(all.server() / alone, all.database() / alone);
            var lag = "extract(epoch from recorded_at - at) * 1000";
            try (var row = statement.executeQuery("select count(*), count(distinct clock), percentile_disc(0.5) within group (order by " + lag + "), percentile_disc(0.95) within group (order by " + lag + "), max(" + lag
                    + ") from sla.clock_event where kind = 'BREACH'")) {
                row.next();
                var once = row.getInt(1) == due && row.getInt(2) == due;
                return new Noticed((int) one(owner.createStatement(), "select count(*) from sla.clock where state = 'RUNNING'"), due, row.getInt(2), once, row.getDouble(3), row.getDouble(4), row.getDouble(5), cpu, quiet, meanwhile);
            }
        }
    }

    /// The calendar of so many running clocks is corrected while people look at lists.
    static Reapplied reapplied(Product product, Load load, Session people, int clocks) throws Exception {
        var system = Session.of(product, "system");
        system.post("/api/calendars", "{\"id\":\"BENCH\",\"draft\":" + draft("[\"09:00-18:00\"]") + "}");
        try (var owner = product.owner(); var statement = owner.createStatement()) {
            var moved = statement.executeUpdate("""
                update sla.clock set calendar = 'BENCH', calendar_version = 1, limit_text = 'PT8H', length_us = 28800000000, warn_us = 23040000000,
                    due_at = now() + interval '3 days' + (ctid::text::point)[0] * interval '1 second', next_check_at = now() + interval '2 days'
                where id in (select id from sla.clock where state = 'RUNNING' and breached_at is null limit %d)""".formatted(clocks));
            statement.execute("analyze sla.clock");
            var shorter = draft("[\"09:00-12:00\"]");
            var began = System.nanoTime();
            var told = system.post("/api/calendars/BENCH/preview", shorter).path("effect");
            var preview = (System.nanoTime() - began) / 1e9;
            began = System.nanoTime();
            system.put("/api/calendars/BENCH", 1, shorter);
            var list = load.of("list all while clocks follow", 0, (_, _) -> people.text("/api/incidents"));
            while (one(statement, "select count(*) from sla.clock where calendar = 'BENCH' and calendar_version = 1") > 0 && System.nanoTime() - began < 300e9) Thread.sleep(100);
            var application = (System.nanoTime() - began) / 1e9;
            var agreed = told.path("running").asLong() == moved && told.path("earlier").asLong() + told.path("later").asLong() == one(statement, "select count(*) from sla.clock c where calendar = 'BENCH' and calendar_version = 2");
            return new Reapplied(moved, preview, application, list, agreed);
        }
    }

    private static String draft(String windows) {
        return "{\"name\":\"bench\",\"source\":\"bench\",\"layer\":{\"base\":null,\"zone\":\"Asia/Shanghai\",\"weekly\":{\"MONDAY\":%1$s,\"TUESDAY\":%1$s,\"WEDNESDAY\":%1$s,\"THURSDAY\":%1$s,\"FRIDAY\":%1$s},\"holidays\":{},\"makeUpDays\":{},\"oneOffs\":[],\"years\":[]}}"
                .formatted(windows);
    }

    private static long one(java.sql.Statement statement, String sql) throws Exception {
        try (var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
