package org.lectern.admin.frame;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.lectern.content.Role;

/** Where a page of the desk answers, and who may open it. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface DeskAddress {

    /** Addresses below {@code /admin}; a word in braces stands for letters, digits, hyphens and underscores: {@code /articles/{id}}. No two pages share one. */
    String[] value();

    /** The roles of which one is needed to ask for anything here. The use case behind it checks again. */
    Role[] roles();
}
