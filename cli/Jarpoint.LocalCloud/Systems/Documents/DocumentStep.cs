namespace Jarpoint.LocalCloud.Systems.Documents;

/// <summary>A step <c>aws:runShellScript</c> of a document, parameters not yet filled in.</summary>
/// <param name="Name">Unique in the document.</param>
/// <param name="Lines"><c>runCommand</c>.</param>
/// <param name="Timeout">
/// <c>timeoutSeconds</c> as text, which may name a parameter. See <see cref="StepTimeout"/>.
/// </param>
/// <param name="WorkingDirectory">Empty for the agent's own.</param>
/// <param name="ExitOnFailure"><c>onFailure: exit</c>: later steps do not run. They do by default.</param>
internal sealed record DocumentStep(
    string Name, IReadOnlyList<string> Lines, string Timeout, string WorkingDirectory, bool ExitOnFailure);
