package org.redress.desk.procedure;

import java.util.UUID;

/** One procedure, in all its versions. */
public record ProcedureId(UUID value) {}
