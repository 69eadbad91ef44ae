namespace Jarpoint.Template.Tests.House;

/// <param name="Check">Who found it: <c>reading</c>, <c>house</c>, <c>recursion</c>, <c>cloudformation</c>, <c>iam</c>.</param>
/// <param name="Place">Logical id or path.</param>
/// <param name="Message">What is wrong.</param>
internal sealed record Finding(string Check, string Place, string Message)
{
    public override string ToString() => $"{Check}: {Place}: {Message}";
}
