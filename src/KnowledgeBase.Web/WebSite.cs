using System.Text.Encodings.Web;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using KnowledgeBase.Searching;
using KnowledgeBase.Web.Api;
using KnowledgeBase.Web.Citations;
using KnowledgeBase.Web.Feeds;
using KnowledgeBase.Web.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.WebEncoders;

namespace KnowledgeBase.Web;

/// <summary>The web site of the archive: pages for readers and an interface for programs.</summary>
public static class WebSite
{
    /// <summary>Adds what the site needs.</summary>
    /// <param name="services">
    /// Must also hold an <see cref="ISearchIndex"/>, an <see cref="Quotations.IQuotationIndex"/> and the
    /// <see cref="Analysis.ITextAnalyzer"/> of the texts; may hold a <see cref="TimeProvider"/> (default: the system's).
    /// </param>
    /// <param name="options">How the site presents itself and what it allows; checked at once.</param>
    /// <exception cref="ArgumentException">An option is outside its range.</exception>
    public static IServiceCollection AddKnowledgeBaseWeb(this IServiceCollection services, WebOptions options)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(options);
        services.AddSingleton<ArchiveSearch>();
        services.AddSingleton<ArchiveConcordance>();
        services.AddSingleton<ArchiveQuotations>();
        services.AddSingleton<ArchiveSources>();
        services.AddSingleton<SiteAddress>();
        services.AddSingleton<ExportAnswer>();
        services.AddSingleton<SearchCitations>();
        services.Configure<KestrelServerOptions>(server => ServerLimits.Apply(server, options));
        services.AddRateLimiter(limiter => VisitorLimits.Apply(limiter, options));
        services.AddResponseCompression(static compression => compression.EnableForHttps = true);
        // Letters of all scripts stand in the pages as they are; what means something to HTML is still encoded.
        services.Configure<WebEncoderOptions>(static encoder => encoder.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.ConfigureHttpJsonOptions(static json =>
        {
            json.SerializerOptions.Encoder = JavaScriptEncoder.Create(UnicodeRanges.All);
            json.SerializerOptions.NumberHandling = JsonNumberHandling.Strict;
        });
        services.AddDataProtection().AddKeyManagementOptions(ForgottenKeys.Use);
        services.AddRazorPages().ConfigureApplicationPartManager(AddPages);
        ApiDescription.Add(services);
        return services;
    }

    /// <summary>Adds the pages, the interface for programs and the site's files to the application.</summary>
    public static void MapKnowledgeBaseWeb(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        SecurityHeaders.Use(app);
        app.UseResponseCompression();
        ErrorResponses.Use(app);
        ReadOnlySite.Use(app);
        app.UseRateLimiter();
        Freshness.Use(app);
        // After the error responses, so that an error page finds its own route.
        app.UseRouting();
        SiteAssets.Map(app);
        ParagraphLinks.Map(app);
        CitationDownloads.Map(app);
        OpenSearch.Map(app);
        SearchFeed.Map(app);
        Sitemap.Map(app);
        ConcordanceDownloads.Map(app);
        SearchApi.Map(app);
        ConcordanceApi.Map(app);
        ExportApi.Map(app);
        CitationApi.Map(app);
        DocumentApi.Map(app);
        QuotationApi.Map(app);
        ApiDescription.Map(app);
        app.MapRazorPages();
    }

    /// <summary>The pages are found from wherever the site is hosted, and once only.</summary>
    private static void AddPages(ApplicationPartManager parts)
    {
        var assembly = typeof(WebSite).Assembly;
        var name = assembly.GetName().Name!;
        if (parts.ApplicationParts.Any(part => part is CompiledRazorAssemblyPart && part.Name == name))
        {
            return;
        }

        parts.ApplicationParts.Add(new CompiledRazorAssemblyPart(assembly));
    }
}
