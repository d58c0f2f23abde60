using System.Reflection;
using System.Text.RegularExpressions;
using KnowledgeBase.Documents;
using KnowledgeBase.LuceneIndex;
using KnowledgeBase.Tests.Support;
using Mono.Cecil;

namespace KnowledgeBase.Tests.Architecture;

public sealed partial class ArchitectureTests
{
    private static readonly Assembly CoreAssembly = typeof(CorpusDocument).Assembly;
    private static readonly Assembly IndexAssembly = typeof(LuceneSearchIndex).Assembly;
    private static readonly Assembly WebAssembly = Assembly.Load("KnowledgeBase.Web");
    private static readonly Assembly CliAssembly = Assembly.Load("kb");

    [Fact]
    public void The_core_knows_neither_Lucene_nor_AspNetCore() =>
        Assert.DoesNotContain(References(CoreAssembly), static name => IsEngine(name) || IsWebFramework(name));

    [Fact]
    public void The_site_sees_the_core_only() =>
        Assert.DoesNotContain(References(WebAssembly), static name => IsEngine(name) || name is "KnowledgeBase.LuceneIndex" or "kb");

    [Fact]
    public void The_index_does_not_know_the_web() =>
        Assert.DoesNotContain(References(IndexAssembly), static name => IsWebFramework(name) || name == "KnowledgeBase.Web");

    [Fact]
    public void Rooms_use_only_the_rooms_that_the_table_allows() =>
        Assert.Empty(DependencyRules.Violations(RoomUses.In(CoreAssembly.Location)));

    [Fact]
    public void Every_room_stands_below_the_rooms_it_uses()
    {
        var seen = new HashSet<string>();
        foreach (var (room, uses) in DependencyRules.Rooms)
        {
            Assert.All(uses, use => Assert.Contains(use, seen));
            seen.Add(room);
        }
    }

    [Fact]
    public void A_broken_rule_is_found()
    {
        // The real reader on the real code, every use of the lowest room turned round.
        var uses = RoomUses.In(CoreAssembly.Location).Where(static use => RoomUses.Room(use.To, "KnowledgeBase") == "Documents");
        var turned = uses.Select(static use => (From: use.To, To: use.From));
        Assert.NotEmpty(DependencyRules.Violations(turned));
    }

    [Fact]
    public void A_room_that_is_not_in_the_table_is_found() =>
        Assert.Single(DependencyRules.Violations([("KnowledgeBase.Helpers.Everything", "KnowledgeBase.Documents.TextSpan")]));

    [Fact]
    public void Libraries_stay_in_their_folder()
    {
        foreach (var (library, home) in DependencyRules.Libraries)
        {
            var strangers = RoomUses.In(CoreAssembly.Location)
                .Where(use => use.To.StartsWith(library + ".", StringComparison.Ordinal))
                .Where(use => !use.From.StartsWith(home + ".", StringComparison.Ordinal));
            Assert.Empty(strangers);
        }
    }

    [Fact]
    public void Types_of_the_index_are_named_in_the_composition_only()
    {
        var strangers = RoomUses.In(CliAssembly.Location)
            .Where(static use => use.To.StartsWith("KnowledgeBase.LuceneIndex.", StringComparison.Ordinal))
            .Where(static use => use.From != "KnowledgeBase.Cli.Composition");
        Assert.Empty(strangers);
    }

    [Fact]
    public void One_type_makes_writers() =>
        Assert.Equal(["KnowledgeBase.LuceneIndex.IndexTransaction"], Makers("Lucene.Net.Index.IndexWriter", ".ctor"));

    [Fact]
    public void The_site_and_the_program_show_nothing_but_the_site()
    {
        var shown = WebAssembly.GetExportedTypes().Concat(CliAssembly.GetExportedTypes())
            .Where(static type => type.Namespace?.StartsWith("KnowledgeBase", StringComparison.Ordinal) == true)
            .Where(static type => !type.Name.Contains("Page", StringComparison.Ordinal))
            .Select(static type => type.Name)
            .Order(StringComparer.Ordinal);
        Assert.Equal(["WebOptions", "WebSite"], shown);
    }

    [Fact]
    public void Classes_are_sealed_static_or_abstract()
    {
        var open = OwnTypes().Where(static type => type is { IsClass: true, IsSealed: false, IsAbstract: false });
        Assert.Empty(open.Select(static type => type.FullName));
    }

    [Fact]
    public void Names_say_what_a_type_is()
    {
        var vague = OwnTypes().Where(static type => VagueName().IsMatch(type.Name));
        Assert.Empty(vague.Select(static type => type.FullName));
    }

    [Fact]
    public void No_file_is_longer_than_600_lines()
    {
        var files = Repository.SourceFiles(".cs", ".cshtml", ".css", ".js");
        var tooLong = files.Where(static file => File.ReadLines(file).Count() > 600);
        Assert.Empty(tooLong);
    }

    private static IEnumerable<string> References(Assembly assembly) =>
        assembly.GetReferencedAssemblies().Select(static name => name.Name!);

    private static bool IsEngine(string name) => name.StartsWith("Lucene", StringComparison.Ordinal);

    private static bool IsWebFramework(string name) => name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal);

    private static IEnumerable<Type> OwnTypes() =>
        new[] { CoreAssembly, IndexAssembly, WebAssembly, CliAssembly }
            .SelectMany(static assembly => assembly.GetTypes())
            .Where(static type => type.Namespace?.StartsWith("KnowledgeBase", StringComparison.Ordinal) == true)
            .Where(static type => !type.Name.Contains('<', StringComparison.Ordinal));

    /// <summary>The outermost types that call a method of a type.</summary>
    private static IEnumerable<string> Makers(string type, string method)
    {
        using var assembly = AssemblyDefinition.ReadAssembly(IndexAssembly.Location);
        return assembly.MainModule.GetTypes()
            .Where(owner => owner.Methods.Any(m => m.HasBody && m.Body.Instructions.Any(i =>
                i.Operand is MethodReference called && called.DeclaringType.FullName == type && called.Name == method)))
            .Select(static owner => (owner.DeclaringType ?? owner).FullName)
            .Distinct()
            .ToList();
    }

    [GeneratedRegex("(Manager|Helper|Helpers|Util|Utils|Service|Base)$")]
    private static partial Regex VagueName();
}
