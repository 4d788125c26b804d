package io.hengwei.demo;

import io.hengwei.process.workorder.WorkOrderType;

/// Planned work that no incident gave rise to (`demo/chores.json`).
record Chore(WorkOrderType type, String title, String instructions, String result, String test) {}
