package io.hengwei.process.sla;

/// Who promises whom: we our customers, our lines one another, a vendor us.
enum AgreementKind {
    SLA,
    OLA,
    UC;

    boolean speaksOf(ClockName clock) {
        return this == UC ? clock == ClockName.VENDOR : this == SLA && clock.ours();
    }
}
