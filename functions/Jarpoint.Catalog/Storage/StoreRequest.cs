namespace Jarpoint.Catalog.Storage;

/// <summary>One request to an object store.</summary>
public readonly record struct StoreRequest(StoreVerb Verb, string Key);

public enum StoreVerb
{
    Get,
    GetRange,
    Head,
    Put,
    Delete,

    /// <summary>The request names the key copied to.</summary>
    Copy,

    /// <summary>One page of a listing.</summary>
    List,
}

/// <summary>What an <see cref="InMemoryObjectStore"/> is told to do to a request.</summary>
public enum StoreFault
{
    None,

    /// <summary>A put is not applied and answers 409 <c>ConditionalRequestConflict</c>.</summary>
    Conflict,

    /// <summary>A put is applied, its answer lost, and the client's own retry is answered.</summary>
    AnswerLost,

    /// <summary>A put is applied and the connection breaks: the caller sees an <see cref="IOException"/>.</summary>
    ConnectionLost,
}
