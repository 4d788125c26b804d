package io.hengwei.process.incident;

/// The rules by which an incident is judged: as the settings stand for its unit and system.
record Judgement(PriorityMatrix priorities, LevelRules levels) {}
