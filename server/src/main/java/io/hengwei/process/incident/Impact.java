package io.hengwei.process.incident;

/// Scope of impact, the widest last.
public enum Impact {
    ONE_PERSON,
    ONE_UNIT,
    SEVERAL_UNITS,
    ORGANISATION
}
