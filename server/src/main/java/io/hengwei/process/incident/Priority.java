package io.hengwei.process.incident;

/// Order of handling, from urgency and scope of impact (INC-07).
public enum Priority {
    P1,
    P2,
    P3,
    P4
}
