using System.CommandLine;
using System.Text;
using KnowledgeBase.Citing;
using KnowledgeBase.Cli.Output;
using KnowledgeBase.Documents;
using KnowledgeBase.Exporting;
using KnowledgeBase.Searching;
using KnowledgeBase.Web;

namespace KnowledgeBase.Cli.Commands;

/// <summary><c>kb export</c>: every document of a search in one file.</summary>
internal static class ExportCommand
{
    private const int MostPassages = 10;

    public static (Command Command, string[] Examples) Build(CommandRunner run)
    {
        var (query, site) = (new QueryOptions(), new SiteOption());
        var format = new Option<string>("--format")
        {
            Description = $"Format: {HitFormats.Names}.",
            HelpName = "FORMAT",
            DefaultValueFactory = static _ => "csv",
        };
        format.AcceptOnlyFromAmong([.. HitFormats.All.Select(static facts => facts.Name)]);
        var output = new Option<string?>("--output", "-o") { Description = "The file; default is standard output.", HelpName = "FILE" };
        var partial = new Option<bool>("--partial") { Description = "Also the documents with some of the words, after the others." };
        var passages = SearchOptions.Number("--passages", "Passages of each document", "N", 3, MostPassages);
        var command = new Command(
            "export",
            "Write every document that a search finds into one file, with its passages and their addresses. Ends with 3 when nothing is found.");
        query.AddTo(command);
        foreach (var option in new Option[] { format, output, partial, passages })
        {
            command.Options.Add(option);
        }

        site.AddTo(command);
        command.SetAction((parsed, _) => run(parsed, context =>
        {
            var asked = query.Read(parsed);
            var reading = context.Archive.ReadQuery(asked.Query).Parsed;
            var order = new ExportOrder
            {
                Reading = reading,
                Search = new SearchRequest
                {
                    Query = reading.Query,
                    Filters = asked.Filters,
                    Sort = asked.Sort,
                    PassagesPerDocument = parsed.GetValue(passages),
                    StreamPartial = parsed.GetValue(partial),
                },
                Format = HitFormats.Named(parsed.GetValue(format))!.Format,
                Exported = context.Clock.GetUtcNow(),
                Cite = Cite(context, site.Read(parsed)),
                AddressOf = AddressOf(site.Read(parsed)),
            };
            return RunAsync(context, order, parsed.GetValue(output));
        }));
        return (command,
        [
            "kb export Schober congress Vienna --format csv -o schober.csv",
            "kb export '\"criminal police commission\"' --format ris -o commission.ris",
            "kb export Polkod --format jsonl | jq -r .title",
        ]);
    }

    private static async Task<int> RunAsync(CommandContext context, ExportOrder order, string? file)
    {
        await IndexUpdate.EnsureSearchableAsync(context, "kb export");
        order = order with { Reading = await KnownReferences.CheckAsync(context.Archive.Search, order.Reading, context.Cancellation) };
        foreach (var problem in order.Reading.Problems)
        {
            context.Terminal.Say(Printable.OneLine(problem.Message));
        }

        var written = file is null
            ? await SearchExport.WriteAsync(context.Archive.Search, order, context.Terminal.Out, context.Cancellation)
            : await WriteFileAsync(context, order, Path.GetFullPath(file));
        context.Terminal.Say($"{Printable.Count(written, "document", "documents")}{(file is null ? "" : $" in {file}")}.");
        return written == 0 ? ExitCode.NotFound : ExitCode.Ok;
    }

    /// <summary>The file is there as a whole or, when the export ends early, as it was before.</summary>
    private static async Task<long> WriteFileAsync(CommandContext context, ExportOrder order, string path)
    {
        var unfinished = path + ".unfinished";
        try
        {
            long written;
            await using (var target = new StreamWriter(unfinished, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)))
            {
                var marked = order with { HasByteOrderMark = HitFormats.Of(order.Format).HasByteOrderMark };
                written = await SearchExport.WriteAsync(context.Archive.Search, marked, target, context.Cancellation);
            }

            File.Move(unfinished, path, overwrite: true);
            return written;
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    private static Func<CorpusDocument, CitedDocument> Cite(CommandContext context, Func<string, Uri> absolute) => document => CitedDocument.Of(
        document,
        DocumentTypeNames.Of(document.Metadata.Type),
        new WebOptions().ArchiveName,
        absolute("/d/" + Uri.EscapeDataString(document.Id.Value)),
        context.Archive.Today);

    private static Func<DocumentId, string, string> AddressOf(Func<string, Uri> absolute) => (id, paragraph) =>
        absolute($"/d/{Uri.EscapeDataString(id.Value)}/p/{Uri.EscapeDataString(paragraph)}").AbsoluteUri;
}
