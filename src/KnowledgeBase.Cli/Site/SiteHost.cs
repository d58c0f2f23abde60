using KnowledgeBase.Searching;
using KnowledgeBase.Web;

namespace KnowledgeBase.Cli.Site;

/// <summary>Hosts the web site.</summary>
internal static class SiteHost
{
    /// <summary>Puts the site together; it does not listen yet.</summary>
    public static WebApplication Build(Composition archive, TimeProvider clock, string urls)
    {
        // Beside the program and not in the current folder: the site's own files are there, wherever the program is started.
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.UseUrls(urls.Split(';'));
        builder.Logging.ClearProviders();
        builder.Logging.AddSimpleConsole(static console => console.SingleLine = true);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        // Standard output is for results.
        builder.Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(
            static console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.Services.AddSingleton(clock);
        builder.Services.AddSingleton<ISearchIndex>(archive.Search);
        builder.Services.AddSingleton(archive.Analyzer);
        builder.Services.AddSingleton(archive.Quotations);
        builder.Services.AddKnowledgeBaseWeb(new WebOptions
        {
            Register = () => archive.Names.Register,
            Names = () => archive.Names.Names,
            CitedSearches = archive.CitedSearches,
        });
        var site = builder.Build();
        site.MapKnowledgeBaseWeb();
        return site;
    }

    /// <summary>Where this machine reaches an address that the site listens on; one for every network is reached at this machine's own.</summary>
    public static Uri AddressHere(string listened)
    {
        var address = new UriBuilder(listened);
        if (address.Host is "0.0.0.0" or "[::]")
        {
            address.Host = "localhost";
        }

        return address.Uri;
    }
}
