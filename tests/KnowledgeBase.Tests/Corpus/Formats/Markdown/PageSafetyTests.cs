using AngleSharp.Dom;
using KnowledgeBase.Corpus.Formats.Markdown;
using Markdig;

namespace KnowledgeBase.Tests.Corpus.Formats.Markdown;

/// <summary>Nothing active leaves either layer alone: the writer without the sanitizer, the sanitizer on the raw HTML.</summary>
public sealed class PageSafetyTests
{
    private static readonly string[] ActiveAddresses =
    [
        "javascript:alert(1)", "JaVaScRiPt:alert(1)", "java&#10;script:alert(1)", "java&Tab;script:alert(1)", " javascript:alert(1)",
        "&#1;javascript:alert(1)", "javascript&colon;alert(1)", "&#106;avascript:alert(1)", "vbscript:msgbox(1)", "data:text/html,<script>alert(1)</script>",
        "data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==", "data:image/svg+xml,<svg onload=alert(1)>", "blob:https://example.org/1",
        "file:///etc/passwd", "//evil.example/x", "view-source:javascript:alert(1)", "feed:javascript:alert(1)", "jar:http://x!/y", "ws://evil.example",
        "javascript://example.org/%0aalert(1)", "http:javascript:alert(1)", "https&#58;//x\\\" onmouseover=\\\"alert(1)", "mailto:a@b\" onclick=\"alert(1)",
    ];

    private static readonly string[] ActiveHtml =
    [
        "<script>alert(1)</script>", "<ScRiPt src=//evil.example/x.js></ScRiPt>", "<img src=x onerror=alert(1)>", "<img src=`x`onerror=alert(1)>",
        "<svg onload=alert(1)>", "<svg><script>alert(1)</script></svg>", "<svg><a xlink:href=\"javascript:alert(1)\"><text>x</text></a></svg>",
        "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">",
        "<math href=\"javascript:alert(1)\">x</math>", "<iframe src=\"javascript:alert(1)\"></iframe>", "<iframe srcdoc=\"<script>alert(1)</script>\">",
        "<object data=\"javascript:alert(1)\">", "<embed src=\"javascript:alert(1)\">", "<body onload=alert(1)>", "<a href=\"javascript:alert(1)\">x</a>",
        "<a href=x onclick=alert(1)>x</a>", "<form action=\"javascript:alert(1)\"><button>x</button></form>", "<button formaction=\"javascript:alert(1)\">x</button>",
        "<input autofocus onfocus=alert(1)>", "<details open ontoggle=alert(1)>", "<video><source onerror=alert(1)></video>", "<audio src=x onerror=alert(1)>",
        "<marquee onstart=alert(1)>", "<meta http-equiv=refresh content=\"0;url=javascript:alert(1)\">", "<base href=\"javascript:/\">",
        "<link rel=stylesheet href=\"//evil.example/x.css\">", "<style>@import '//evil.example/x.css';</style>", "<div style=\"background:url(javascript:alert(1))\">",
        "<p id=\"x\" style=\"position:fixed\">", "<mark onmouseover=alert(1) data-hit=1>", "<template><img src=x onerror=alert(1)></template>",
        "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">", "<xmp><img src=x onerror=alert(1)></xmp>", "<plaintext><script>alert(1)</script>",
        "<!--><script>alert(1)</script>-->", "<![CDATA[<script>alert(1)</script>]]>", "<?xml version=\"1.0\"?><script>alert(1)</script>",
        "</p><script>alert(1)</script>", "</code></pre><script>alert(1)</script>", "\"><script>alert(1)</script>", "'><img src=x onerror=alert(1)>",
        "<a href=\"https://x\" target=_blank onmouseenter=alert(1)>", "<sup class=citation onclick=alert(1)>", "<custom-element onclick=alert(1)>",
    ];

    private static readonly string[] Shapes =
    [
        "{0}", "a {0} b", "# {0}", "> {0}", "- {0}", "| {0} |\n|---|\n| {0} |", "    {0}", "```\n{0}\n```", "```{0}\nx\n```", "`{0}`", "*{0}*",
        "[{0}](https://example.org)", "[a]({0})", "[a](<{0}>)", "[a](x \"{0}\")", "[a][b]\n\n[b]: {0}", "[a][b]\n\n[b]: <{0}> \"{0}\"", "![{0}]({0})",
        "![a](<{0}>)", "<{0}>", "[{0}]", "[S042]({0})", "[a]({0}) {{#n}}", "# h {{onmouseover={0}}}", "a {{#x onclick={0}}}", "[x](y){{href={0}}}",
        "[a](https://example.org/{0})", "[a](../{0}.md)", "[a](x.md#{0})", "<a@b.c?{0}>", "[S042, S001]{0}",
    ];

    private static readonly List<string> Payloads =
    [
        .. ActiveAddresses.Concat(ActiveHtml).SelectMany(static payload => Shapes.Select(shape =>
            shape.Replace("{0}", payload, StringComparison.Ordinal).Replace("{{", "{", StringComparison.Ordinal)
                .Replace("}}", "}", StringComparison.Ordinal))),
    ];

    [Fact]
    public void Nothing_active_leaves_the_writer_alone() => ForEveryPayload(static markdown =>
        string.Concat(MarkdownHtml.RenderUnsanitized(MarkdownHtmlTests.Document(markdown), [], Everything)));

    [Fact]
    public void Nothing_active_leaves_the_sanitizer_alone()
    {
        // The most careless pipeline there is: raw HTML and attributes written in the text.
        var careless = new MarkdownPipelineBuilder().UseAdvancedExtensions().Build();
        ForEveryPayload(markdown => PageSanitizer.Sanitize(Markdig.Markdown.ToHtml(markdown, careless)));
    }

    [Fact]
    public void Nothing_active_leaves_both_layers() => ForEveryPayload(static markdown =>
        MarkdownHtml.Render(MarkdownHtmlTests.Document(markdown), [], Everything));

    [Fact]
    public void The_check_itself_sees_what_is_active()
    {
        var careless = new MarkdownPipelineBuilder().UseAdvancedExtensions().Build();
        var seen = Payloads.Count(markdown => Active(Markdig.Markdown.ToHtml(markdown, careless)).Any());
        Assert.True(seen > 500, $"Only {seen} payloads were seen to be active without any protection.");
    }

    /// <summary>A resolver that gives every internal link an address, as a careless page would.</summary>
    private static MarkdownHtmlOptions Everything { get; } = new()
    {
        ResolveLink = static link => "/d/" + (link.Path ?? link.Id?.Value),
        ResolveSource = static key => new CitationTarget(key, "#source-" + key, "A \"title\" <b>"),
    };

    private static void ForEveryPayload(Func<string, string> render)
    {
        Assert.True(Payloads.Count > 2_000);
        foreach (var markdown in Payloads)
        {
            var html = render(markdown);
            Assert.True(!Active(html).Any(), $"{markdown}\n-- is active as --\n{html}\n-- {string.Join("; ", Active(html))}");
        }
    }

    private static IEnumerable<string> Active(string html)
    {
        foreach (var element in MarkdownHtmlTests.Parse(html).Body!.QuerySelectorAll("*"))
        {
            if (element.NamespaceUri != NamespaceNames.HtmlUri
                || element.LocalName is "script" or "style" or "iframe" or "object" or "embed" or "form" or "input" or "button" or "base"
                    or "meta" or "link" or "template" or "img" or "video" or "audio" or "source" or "noscript" or "plaintext" or "xmp")
            {
                yield return $"<{element.LocalName}>";
            }

            foreach (var attribute in element.Attributes)
            {
                if (attribute.LocalName.StartsWith("on", StringComparison.Ordinal)
                    || attribute.LocalName is "style" or "srcdoc" or "src" or "action" or "formaction"
                    || (attribute.LocalName == "href" && !IsHarmless(attribute.Value)))
                {
                    yield return $"{attribute.LocalName}={attribute.Value}";
                }
            }
        }
    }

    /// <summary>As a browser reads it: white space and control characters at the start and line ends anywhere do not count.</summary>
    private static bool IsHarmless(string address)
    {
        var read = new string([.. address.Where(static c => c is not ('\t' or '\n' or '\r'))]).TrimStart([.. Enumerable.Range(0, 33).Select(static i => (char)i)]);
        var colon = read.IndexOfAny([':', '/', '?', '#']);
        return colon < 0 || read[colon] != ':'
            || read[..colon].ToLowerInvariant() is "http" or "https" or "mailto";
    }
}
