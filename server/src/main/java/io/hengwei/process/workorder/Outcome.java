package io.hengwei.process.workorder;

/// How far the work solved what the order was raised for.
public enum Outcome {
    SOLVED,
    PARTLY,
    NOT_SOLVED
}
