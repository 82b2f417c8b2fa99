/** The pages of contacts: taking one on one screen, the lists, and a customer's file. */
@NullMarked
package org.redress.desk.contact.reception;

import org.jspecify.annotations.NullMarked;
