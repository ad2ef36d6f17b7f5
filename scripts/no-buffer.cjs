// A loader of the build: browsers have no Buffer, and nothing that we send them uses one.
module.exports = () => "export const Buffer = undefined;";
