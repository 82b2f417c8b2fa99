package org.redress.desk.care.station;

/** A question as it is written. */
public record NewQuestion(QuestionKind kind, String zh, String en) {}
