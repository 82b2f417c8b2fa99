package org.redress.desk.procedure.page;

import java.time.ZoneId;
import java.util.List;
import org.redress.desk.procedure.Procedure;

/** Every procedure in its current version. */
public record ProceduresPage(List<Procedure> procedures, boolean manage, ZoneId zone) {}
