package org.redress;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/**
 * The product as one application. It is started by {@code org.redress.cli.Main}. Beans are known by their full names: two
 * rooms may each have a class of the same short one.
 */
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
public class Redress {}
