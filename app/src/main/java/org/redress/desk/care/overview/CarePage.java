package org.redress.desk.care.overview;

import org.redress.platform.web.Figure;

/** The page of the room. */
public record CarePage(Figure used) {}
