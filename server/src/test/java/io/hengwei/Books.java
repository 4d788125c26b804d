package io.hengwei;

import static org.assertj.core.api.Assertions.assertThat;

/// The books of a product: whether row, card, journal, clocks and feed say the same.
record Books(Product product) {
    private static final String WITHOUT_PLACE =
            "select count(*) from record.journal j where not exists (select 1 from record.journal_position p where p.line = j.id)";

    long linesWithoutPlace() throws Exception {
        return product.count(WITHOUT_PLACE);
    }

    void agree() throws Exception {
        none("cards that differ from their record", """
            select count(*) from incident.incident i full join record.record_card c on c.id = i.id
            where i.id is null or c.id is null or i.version <> c.version or i.state <> c.state""");
        none("records whose versions are not the lines of their journal", """
            select count(*) from incident.incident i where i.version <> (select count(*) from record.journal j
            where j.subject = i.id and j.to_state is not null)""");
        none("records without their three clocks", """
            select count(*) from incident.incident i where (select count(*) from sla.clock k where k.record = i.id) <> 3""");
        none("lines without a place", WITHOUT_PLACE);
        none("gaps in the feed", "select coalesce(max(seq), 0) - count(*) from record.journal_position");
        none("commands out of order within a record", """
            select count(*) from (select j.version < lag(j.version) over (partition by j.subject order by p.seq) as wrong
            from record.journal_position p join record.journal j on j.id = p.line where j.to_state is not null) o where wrong""");
    }

    void none(String what, String sql) throws Exception {
        assertThat(product.count(sql)).as(what).isZero();
    }
}
