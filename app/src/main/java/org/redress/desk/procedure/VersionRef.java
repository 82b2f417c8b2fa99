package org.redress.desk.procedure;

/** One version of a procedure. */
public record VersionRef(ProcedureId procedure, int number) {}
