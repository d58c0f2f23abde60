using KnowledgeBase.CitedSearches;
using KnowledgeBase.Corpus.Authorities;
using KnowledgeBase.Querying.Names;

namespace KnowledgeBase.Web;

/// <summary>How the site presents itself and what it allows a visitor. The defaults suit one machine with 2 cores.</summary>
public sealed class WebOptions
{
    /// <summary>Name of the archive, in the head of every page and in citations. Default "Archive on the Founding of INTERPOL".</summary>
    public string ArchiveName { get; set; } = "Archive on the Founding of INTERPOL";

    /// <summary>
    /// Where readers reach the site, for citations and links that leave it, such as <c>https://archive.example/</c>; without query.
    /// Default null: the address of the request.
    /// </summary>
    public Uri? PublicAddress { get; set; }

    /// <summary>The register of sources and the authority records as they are now; must be quick. Default: an empty register.</summary>
    public Func<ArchiveRegister> Register { get; set; } = static () => ArchiveRegister.Empty;

    /// <summary>The names that find each other in a search, as they are now; must be quick. Default: none.</summary>
    public Func<NameTable> Names { get; set; } = static () => NameTable.Empty;

    /// <summary>Where cited searches are kept; null, the default, offers no permanent addresses of searches.</summary>
    public CitedSearchFolder? CitedSearches { get; set; }

    /// <summary>Searches a minute that one address may cite in the long run, 1 or more; more are answered 429. Default 6.</summary>
    public int CitationsPerMinute { get; set; } = 6;

    /// <summary>Requests a second that one address may make in the long run, 1 or more; more are answered 429. Default 30.</summary>
    public int RequestsPerSecond { get; set; } = 30;

    /// <summary>Requests one address may make at once after a pause, 1 or more. Default 120.</summary>
    public int RequestBurst { get; set; } = 120;

    /// <summary>Requests that search at the same time, 1 or more; more wait. Default twice the processors.</summary>
    public int ConcurrentSearches { get; set; } = 2 * Environment.ProcessorCount;

    /// <summary>Requests that may wait for their turn, 0 or more; more are answered 503. Default 64.</summary>
    public int WaitingSearches { get; set; } = 64;

    /// <summary>Open connections, 1 or more; more are closed. Default 1,000.</summary>
    public int MaxConnections { get; set; } = 1_000;

    /// <summary>Checks the values against the ranges their comments give.</summary>
    /// <exception cref="ArgumentException">A value is outside its range.</exception>
    public void Validate()
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(ArchiveName);
        ArgumentOutOfRangeException.ThrowIfLessThan(CitationsPerMinute, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(RequestsPerSecond, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(RequestBurst, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(ConcurrentSearches, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(WaitingSearches);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxConnections, 1);
        if (PublicAddress is { } address && (!address.IsAbsoluteUri || address.Query.Length > 0))
        {
            throw new ArgumentException($"The public address must be absolute and without a query; it is '{address}'.");
        }
    }
}
