package org.redress.platform.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.converter.Converter;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.ViewResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Ties pages and words into the web framework. */
@Configuration(proxyBeanMethods = false)
class WebSetup implements WebMvcConfigurer {

    private final Languages languages;
    private final ObjectProvider<DraftKeeping> drafts;

    WebSetup(Languages languages, ObjectProvider<DraftKeeping> drafts) {
        this.languages = languages;
        this.drafts = drafts;
    }

    @Bean
    static TemplateEngine templateEngine() {
        return TemplateEngine.createPrecompiled(ContentType.Html);
    }

    /** Named as the framework's own so that it takes its place. */
    @Bean
    static ViewResolver viewResolver(TemplateEngine templates, Shells shells) {
        return new Pages(templates, shells);
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        drafts.ifAvailable(registry::addInterceptor);
    }

    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverter(new Moments());
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new WordsArgument(languages));
    }

    /** Nothing typed is no moment. */
    private static final class Moments implements Converter<String, @Nullable Instant> {

        @Override
        public @Nullable Instant convert(String text) {
            return text.isEmpty() ? null : MomentTyped.read(text);
        }
    }
}
