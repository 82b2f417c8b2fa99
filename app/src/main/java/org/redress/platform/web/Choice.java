package org.redress.platform.web;

/** One entry of a field to choose from: what is sent and what is read. */
public record Choice(String value, String text) {}
