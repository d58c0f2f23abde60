using System.CommandLine;

namespace KnowledgeBase.Cli.Commands;

/// <summary>Where readers reach the site: what the program writes is read elsewhere, so it needs whole addresses.</summary>
internal sealed class SiteOption
{
    private readonly Option<string> _site = new("--site")
    {
        Description = "Where readers reach the site, for the addresses that are written.",
        HelpName = "URL",
        DefaultValueFactory = static _ => "http://localhost:5080/",
    };

    public void AddTo(Command command)
    {
        _site.Validators.Add(static result =>
        {
            var typed = result.GetValueOrDefault<string>();
            if (!Uri.TryCreate(typed, UriKind.Absolute, out var site) || site.Scheme is not ("http" or "https") || site.Query.Length > 0)
            {
                result.AddError($"'{typed}' is not the address of a site; write it as https://archive.example/.");
            }
        });
        command.Options.Add(_site);
    }

    /// <summary>The whole address of a path of the site.</summary>
    public Func<string, Uri> Read(ParseResult parsed)
    {
        var site = new Uri(parsed.GetValue(_site)!.TrimEnd('/') + "/");
        return path => new Uri(site, path.TrimStart('/'));
    }
}
