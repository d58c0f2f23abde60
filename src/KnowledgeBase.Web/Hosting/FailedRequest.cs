namespace KnowledgeBase.Web.Hosting;

/// <summary>A request that is answered by an error page.</summary>
/// <param name="Status">The HTTP status, 400 or more.</param>
/// <param name="Code">Stable, for programs: <c>request.not_found</c>.</param>
/// <param name="Title">For a heading.</param>
/// <param name="Message">What is wrong and what would do; never a stack trace.</param>
/// <param name="Path">The address that was asked for.</param>
internal sealed record FailedRequest(int Status, string Code, string Title, string Message, string Path);
