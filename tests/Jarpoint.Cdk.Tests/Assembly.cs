using Jarpoint.Cdk.Tests.Synthesis;

// CDK runs in one Node process that all constructs of this process share, and which takes one call at a time.
[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.None)]
[assembly: AssemblyFixture(typeof(Synthesized))]
