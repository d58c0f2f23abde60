using KnowledgeBase.Searching;
using KnowledgeBase.Web.Pages;

namespace KnowledgeBase.Web.Viewing;

/// <summary>What a reader can take away from a result: a file, a feed, a citation.</summary>
/// <param name="Search">The search.</param>
/// <param name="Total">How many documents a file of it holds.</param>
internal sealed record ResultTools(SearchUrl Search, long Total)
{
    /// <summary>The tools of a page of results.</summary>
    public static ResultTools Of(SearchModel page) => new(page.Search.Whole, page.Answer.Page.Total);

    /// <summary>The formats in which everything can be had.</summary>
    public string Export => Search.At("/export");

    /// <summary>What is new in it.</summary>
    public string Feed => FeedOf(Search);

    /// <summary>How it is cited.</summary>
    public string Cite => Search.At("/cite");

    /// <summary>The feed of a search, newest first whatever the order of the page: a reader of feeds looks at the beginning only.</summary>
    public static string FeedOf(SearchUrl search) => (search.Whole with { Sort = SortOrder.Added }).At("/feed");
}
