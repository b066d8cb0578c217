export class Gateway { constructor(n){this.network=n;} async answer(){ return {status:404,headers:{},body:'no gateway yet'}; } }
