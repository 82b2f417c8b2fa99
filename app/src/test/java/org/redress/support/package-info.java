/** What tests of every module share. */
@NullMarked
package org.redress.support;

import org.jspecify.annotations.NullMarked;
