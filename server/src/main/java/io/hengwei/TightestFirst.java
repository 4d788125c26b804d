package io.hengwei;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.web.servlet.resource.EncodedResourceResolver;
import org.springframework.web.servlet.resource.HttpResource;
import org.springframework.web.servlet.resource.ResourceResolver;
import org.springframework.web.servlet.resource.ResourceResolverChain;

/// Answers with the tightest packing that the browser takes. A single resolver for both packings gives what the browser
/// names first, which is always gzip.
final class TightestFirst implements ResourceResolver {
    private final ResourceResolver brotli = encoded("br");
    private final ResourceResolver gzip = encoded("gzip");

    private static ResourceResolver encoded(String coding) {
        var resolver = new EncodedResourceResolver();
        resolver.setContentCodings(List.of(coding));
        return resolver;
    }

    @Override
    public @Nullable Resource resolveResource(
            @Nullable HttpServletRequest request,
            String path,
            List<? extends Resource> locations,
            ResourceResolverChain chain) {
        var tight = brotli.resolveResource(request, path, locations, chain);
        return tight instanceof HttpResource ? tight : gzip.resolveResource(request, path, locations, chain);
    }

    @Override
    public @Nullable String resolveUrlPath(
            String path, List<? extends Resource> locations, ResourceResolverChain chain) {
        return chain.resolveUrlPath(path, locations);
    }
}
