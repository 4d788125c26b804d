package io.hengwei.platform.shared;

import org.springframework.http.HttpStatus;

/// The person lacks a permission, here or anywhere.
public class Forbidden extends Problem {
    private final String permission;

    public Forbidden(String permission) {
        super(HttpStatus.FORBIDDEN, "forbidden", permission);
        this.permission = permission;
    }

    public String permission() {
        return permission;
    }
}
