using Jarpoint.LocalCloud.S3.Requests;

namespace Jarpoint.LocalCloud.S3.Operations;

/// <summary>An operation of the S3 API.</summary>
/// <param name="Name">As the API reference spells it.</param>
/// <param name="HandleAsync">Answers, or throws <see cref="S3ErrorException"/> having changed nothing.</param>
internal sealed record S3Operation(string Name, Func<S3Exchange, Task> HandleAsync);
