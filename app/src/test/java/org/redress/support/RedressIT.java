package org.redress.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.redress.Redress;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.context.ContextConfiguration;

/**
 * A test of the whole product on a real database, without a port. All of them share one context: add no property, profile
 * or bean of your own, or the next context costs everyone its start. Inject {@code MockMvc} for pages.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest(classes = {Redress.class, Offices.class})
@AutoConfigureMockMvc
@ContextConfiguration(initializers = TestDatabase.class)
public @interface RedressIT {}
