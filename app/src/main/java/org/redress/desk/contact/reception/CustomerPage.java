package org.redress.desk.contact.reception;

/**
 * A customer's file as a page of its own.
 *
 * @param writing whether the reader may take contacts
 */
public record CustomerPage(CustomerFile file, boolean writing) {}
